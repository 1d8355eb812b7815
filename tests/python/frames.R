# The lines for R in docs/frames.md, with what R has of its own.
system2("safsim", c("run", "six-sites", "--replicates", "4", "--quiet", "--out", "r-results"))
survival <- read.csv("r-results/survival.csv")
whole <- subset(survival, group_kind == "all")
stopifnot(nrow(whole) > 50, all(diff(whole$survival) <= 0), whole$survival[1] == 1)
if (requireNamespace("nanoparquet", quietly = TRUE)) {
    system2("safsim", c("run", "six-sites", "--replicates", "4", "--quiet", "--format", "parquet", "--out", "r-parquet"))
    same <- nanoparquet::read_parquet("r-parquet/survival.parquet")
    stopifnot(all.equal(same$survival, survival$survival))
    cat("python: R reads CSV and Parquet\n")
} else {
    cat("python: R reads CSV; SKIPPED, no nanoparquet here: Parquet\n")
}
