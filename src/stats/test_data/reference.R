# Writes the data sets and the reference values that the tests of this room compare with:
#
#   cd src/stats/test_data && Rscript --vanilla reference.R
#
# R 4.2.2 and survival 3.5-3 (Debian 12: r-base-core, r-cran-survival) wrote what is here. waltons.csv is not from R: see
# README.md.
suppressMessages(library(survival))
options(scipen = 99)

save <- function(data, file) write.csv(data, file, row.names = FALSE, quote = FALSE)
lung <- with(survival::lung, data.frame(start = 0, stop = time, event = status - 1, group = sex))
veteran <- with(survival::veteran, data.frame(start = 0, stop = time, event = status, group = as.integer(celltype)))
heart <- with(survival::heart, data.frame(start, stop, event, group = as.integer(transplant)))
# Cause 0: censored, 1: transplant, 2: death.
pbc <- with(survival::pbc, data.frame(start = 0, stop = time, event = status, group = 1))
# The same patients by age, so that everybody enters late; in whole days.
born <- round(survival::pbc$age * 365.25)
pbc_age <- with(survival::pbc, data.frame(start = born, stop = born + time, event = status, group = 1))
save(lung, "lung.csv"); save(veteran, "veteran.csv"); save(heart, "heart.csv")
save(pbc, "pbc.csv"); save(pbc_age, "pbc_age.csv")
waltons <- read.csv("waltons.csv")

rows <- list()
tell <- function(data, statistic, group, time, value, low = NA, high = NA) {
    rows[[length(rows) + 1]] <<- data.frame(data, statistic, group, time, value, low, high)
}

curves <- function(name, data, times, horizon) {
    for (g in sort(unique(data$group))) {
        part <- data[data$group == g, ]
        fit <- survfit(Surv(start, stop, event) ~ 1, part, conf.type = "log-log")
        at <- summary(fit, times = times, extend = TRUE)
        tell(name, "survival", g, times, at$surv, at$lower, at$upper)
        tell(name, "variance", g, times, at$std.err^2)
        # survfit tells who is at risk just before its next row, which with late entries is not the time asked for.
        at_risk <- if (all(part$start == 0)) at$n.risk else
            sapply(times, function(t) sum(part$start < t & t <= part$stop))
        tell(name, "at_risk", g, times, at_risk)
        # It counts events and censorings since the time asked for before.
        tell(name, "events", g, times, cumsum(at$n.event))
        tell(name, "censored", g, times, cumsum(at$n.censor))
        mean <- survival:::survmean(fit, rmean = horizon)$matrix
        tell(name, "restricted_mean", g, horizon, mean[["rmean"]])
        tell(name, "restricted_mean_variance", g, horizon, mean[["se(rmean)"]]^2)
    }
}
curves("lung", lung, c(50, 180, 365, 550, 883), 365)
curves("veteran", veteran, c(10, 51, 100, 200, 400), 180)
curves("waltons", waltons, c(6, 20, 33, 56, 68), 60)
curves("heart", heart, c(0.5, 5, 16, 50, 200, 900), 500)

ranks <- function(name, data) {
    test <- survdiff(Surv(stop, event) ~ group, data)
    freedom <- length(test$n) - 1
    tell(name, "log_rank", 0, freedom, test$chisq, NA, NA)
    tell(name, "log_rank_p", 0, freedom, pchisq(test$chisq, freedom, lower.tail = FALSE))
    tell(name, "log_rank_observed", seq_along(test$obs), 0, test$obs)
    tell(name, "log_rank_expected", seq_along(test$exp), 0, test$exp)
}
ranks("lung", lung); ranks("veteran", veteran); ranks("waltons", waltons)
# With delayed entry the log-rank test is the score test of Cox's model with the exact (discrete) handling of ties.
for (name in c("heart", "lung", "veteran")) {
    data <- get(name)
    score <- coxph(Surv(start, stop, event) ~ factor(group), data, ties = "exact")$score
    tell(name, "score", 0, length(unique(data$group)) - 1, score)
}

incidence <- function(name, data, times) {
    data$id <- seq_len(nrow(data))
    state <- factor(data$event, 0:2, c("censored", "transplant", "death"))
    fit <- survfit(Surv(start, stop, state) ~ 1, data, id = id)
    at <- summary(fit, times = times, extend = TRUE)$pstate
    for (cause in 0:2) tell(name, "state", cause, times, at[, cause + 1])
}
incidence("pbc", pbc, c(41, 200, 788, 1000, 2000, 3000, 4079, 4795))
incidence("pbc_age", pbc_age, 365 * c(34, 40, 45, 50, 55, 60, 65, 70, 78))

for (freedom in c(1, 2, 3, 4, 7, 10, 25, 60)) for (chi in c(0.01, 1, 3.841458820694124, 12, 80))
    tell("none", "chi_squared_p", freedom, chi, pchisq(chi, freedom, lower.tail = FALSE))
for (freedom in c(1, 2, 3, 4, 5, 9, 10, 29, 30, 199, 200, 201, 499, 1000, 100000)) for (p in c(0.1, 0.6, 0.95, 0.975, 0.995, 0.9995))
    tell("none", "student_t", freedom, p, qt(p, freedom))

# Samples of packages datasets and of this test: to compare two (1 and 2), or a series in the order of time (1 only).
samples <- list(
    tooth = with(datasets::ToothGrowth, list(len[supp == "OJ"], len[supp == "VC"])),
    chicks = with(datasets::chickwts, list(weight[feed == "casein"], weight[feed == "horsebean"])),
    ozone = with(na.omit(datasets::airquality[c("Ozone", "Month")]), list(Ozone[Month == 5], Ozone[Month == 8])),
    cars = with(datasets::mtcars, list(mpg, cyl)),
    weights = with(datasets::mtcars, list(mpg, wt)),
    longley = with(datasets::longley, list(GNP, Unemployed)),
    nile = list(as.numeric(datasets::Nile)),
    huron = list(as.numeric(datasets::LakeHuron)),
    discoveries = list(as.numeric(datasets::discoveries)),
    killed = list(as.numeric(datasets::Seatbelts[, "DriversKilled"])),
    catholic = list(datasets::swiss$Catholic / 100),
    admitted = list(as.numeric(prop.table(datasets::UCBAdmissions, 2:3)[1, , ])),
    admitted_few = list(as.numeric(prop.table(datasets::UCBAdmissions, 2:3)[1, , 1:2])),
    manual = list(datasets::mtcars$am))
part <- function(name) lapply(seq_along(samples[[name]]), function(g)
    data.frame(data = name, group = g, value = samples[[name]][[g]]))
save(do.call(rbind, unlist(lapply(names(samples), part), recursive = FALSE)), "samples.csv")

for (name in c("tooth", "chicks", "ozone", "cars")) {
    test <- suppressWarnings(ks.test(samples[[name]][[1]], samples[[name]][[2]], exact = FALSE))
    tell(name, "kolmogorov_smirnov", 0, 0, unname(test$statistic))
    tell(name, "kolmogorov_smirnov_p", 0, 0, test$p.value)
}
# The second sample minus the first.
for (name in c("tooth", "chicks", "ozone", "cars")) {
    test <- t.test(samples[[name]][[2]], samples[[name]][[1]])
    difference <- unname(test$estimate[1] - test$estimate[2])
    half <- qt(0.975, floor(test$parameter)) * test$stderr
    tell(name, "welch", 0, 0, difference, difference - half, difference + half)
}
for (name in c("cars", "weights", "longley"))
    tell(name, "spearman", 0, 0, cor(samples[[name]][[1]], samples[[name]][[2]], method = "spearman"))
# Group: of how many; time: successes.
for (n in c(1, 7, 30, 200, 100000)) for (successes in unique(round(n * c(0, 0.01, 0.3, 0.5, 0.9, 1)))) {
    interval <- suppressWarnings(prop.test(successes, n, correct = FALSE))$conf.int
    tell("none", "share", n, successes, successes / n, interval[1], interval[2])
}
# Means of shares that are independent of one another: Wilson's interval at the effective number of trials of Korn and Graubard.
for (name in c("catholic", "admitted", "admitted_few", "manual")) {
    shares <- samples[[name]][[1]]
    n <- length(shares); p <- mean(shares)
    trials <- p * (1 - p) / (var(shares) / n) * (qnorm(0.975) / qt(0.975, n - 1))^2
    interval <- suppressWarnings(prop.test(p * trials, trials, correct = FALSE))$conf.int
    tell(name, "mean_share", 0, 0, p, interval[1], interval[2])
}
for (name in c("nile", "huron", "discoveries", "killed")) {
    series <- samples[[name]][[1]]
    tell(name, "bic_penalty", 0, 0, 2 * mad(diff(series) / sqrt(2), constant = 1 / qnorm(0.75))^2 * log(length(series)))
}

told <- do.call(rbind, rows)
for (column in c("value", "low", "high")) told[[column]] <- ifelse(is.na(told[[column]]), "", sprintf("%.15g", told[[column]]))
save(told, "reference.csv")
