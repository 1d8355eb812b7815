# Reads tables with the defaults of R's own reader, and leaves what it found for check.py:
#
#     Rscript read.R TABLE FOLDER [TABLE FOLDER]...
#
# In each folder: `types` (a line for each column: its class), and for each column its values: doubles, or texts that end in 0.
arguments <- commandArgs(trailingOnly = TRUE)
for (at in seq(1, length(arguments), by = 2)) {
    folder <- arguments[at + 1]
    table <- read.csv(arguments[at])
    dir.create(folder, recursive = TRUE, showWarnings = FALSE)
    writeLines(vapply(table, function(column) class(column)[1], ""), file.path(folder, "types"))
    for (place in seq_along(table)) {
        column <- table[[place]]
        to <- file(file.path(folder, place), "wb")
        if (is.character(column)) {
            column[is.na(column)] <- ""
            writeBin(enc2utf8(column), to)
        } else {
            writeBin(as.double(column), to, size = 8, endian = "little")
        }
        close(to)
    }
}
