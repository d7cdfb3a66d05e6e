shown <- summary(model)
estimates <- data.frame(c("(Intercept)", terms), shown$coefficients, confint(model))
names(estimates) <- c("term", "estimate", "std_error", "t", "p_value", "low", "high")
write.csv(estimates, row.names = FALSE)
cat("\n")
f <- unname(shown$fstatistic)
write.csv(data.frame(
  r2 = shown$r.squared,
  adjusted_r2 = shown$adj.r.squared,
  residual_std_error = shown$sigma,
  f = f[1],
  df1 = f[2],
  df2 = f[3],
  f_p_value = pf(f[1], f[2], f[3], lower.tail = FALSE)
), row.names = FALSE)
cat("\n")
