estimates$std_error <- sqrt(diag(chol2inv(chol(information))))  # of the inverse
estimates$z <- estimates$estimate / estimates$std_error
estimates$p_value <- 2 * pnorm(-abs(estimates$z))
estimates$low <- estimates$estimate - qnorm(0.975) * estimates$std_error
estimates$high <- estimates$estimate + qnorm(0.975) * estimates$std_error
estimates$step <- c(NA, STEPS)
estimates$odds_ratio <- exp(estimates$estimate * estimates$step)
write.csv(estimates, row.names = FALSE, na = "")
cat("\n")
counts <- tabulate(labels)
log_likelihood <- sum(log(probabilities[cbind(seq_along(labels), labels)]))
write.csv(data.frame(
  log_likelihood,
  null_deviance = -2 * sum(counts * log(counts / length(labels))),
  df_null = (length(labels) - 1) * (length(classes) - 1),
  residual_deviance = -2 * log_likelihood,
  df_residual = length(labels) * (length(classes) - 1) - nrow(estimates),
  aic = 2 * nrow(estimates) - 2 * log_likelihood
), row.names = FALSE)
cat("\n")
