figures <- function(errors, of_mean) c(sqrt(mean(errors^2)), mean(abs(errors)), 1 - mean(errors^2) / mean(of_mean^2))
of_mean <- mean(truth) - truth
learned <- figures(as.vector(cbind(1, X) %*% beta) - truth, of_mean)
measured <- data.frame(figure = c("rmse", "mae", "r2"), learned)
