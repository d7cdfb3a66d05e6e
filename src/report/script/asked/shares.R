added <- data.frame(sweep(cbind(1, Z), 2, beta, "*"))
names(added) <- c("(Intercept)", terms)
write.csv(added, row.names = FALSE)
cat("\n")
