# Outside answers for OracleTests. Reads problems from a folder (x<i>.csv, y<i>.csv without headers, z<i>.csv for classes), writes answers as lines
# "problem name numbers..." to standard output. glmnet's objective is RSS/(2n) + lambda(...) on columns at unit deviation.
suppressMessages({library(glmnet); library(leaps); library(lasso2)})
folder <- commandArgs(trailingOnly = TRUE)[1]
say <- function(i, name, v) cat(i, name, sprintf("%.15g", as.numeric(v)), "\n")
tight <- list(thresh = 1e-15, maxit = 1e7)
for (i in 0:5) {
  x <- as.matrix(read.csv(file.path(folder, paste0("x", i, ".csv")), header = FALSE)); y <- read.csv(file.path(folder, paste0("y", i, ".csv")), header = FALSE)[[1]]
  z <- read.csv(file.path(folder, paste0("z", i, ".csv")), header = FALSE)[[1]]
  n <- nrow(x); p <- ncol(x); l <- c(0.3, 0.05)
  fit <- function(...) { f <- do.call(glmnet, c(list(x = x, y = y, lambda = l), tight, list(...))); rbind(as.numeric(f$a0), as.matrix(f$beta)) }
  say(i, "lasso", fit())
  say(i, "plain", fit(standardize = FALSE))
  say(i, "through-zero", fit(standardize = FALSE, intercept = FALSE))
  say(i, "positive", fit(lower.limits = 0))
  # glmnet rescales penalty factors to the sum p, and weights to the sum 1.
  pf <- rep(c(0.5, 1, 2), length.out = p)
  say(i, "penalty-weights", fit(penalty.factor = pf))
  w <- rep(c(1, 2, 3), length.out = n)
  say(i, "row-weights", fit(weights = w))
  logit <- function(alpha) { f <- do.call(glmnet, c(list(x = x, y = z, family = "binomial", lambda = l / 5, alpha = alpha), tight)); rbind(as.numeric(f$a0), as.matrix(f$beta)) }
  say(i, "logistic", logit(1)); say(i, "logistic-net", logit(0.5)); say(i, "logistic-ridge", logit(0))
  if (n > p + 2) {
    say(i, "leaps", summary(regsubsets(x, y, nvmax = min(p, 5), method = "exhaustive"))$rss)
    t <- 0.4 * sum(abs(lm.fit(cbind(1, x), y)$coefficients[-1]))
    f <- l1ce(y ~ ., data = data.frame(y = y, x), bound = t, absolute.t = TRUE, standardize = FALSE, sweep.out = ~1)
    say(i, "lasso2", c(t, sum(residuals(f)^2)))
  }
  g <- cv.glmnet(x, y, lambda = l, foldid = rep(1:4, length.out = n), thresh = 1e-15, maxit = 1e7)
  say(i, "cv", c(g$cvm, g$cvsd))
}
