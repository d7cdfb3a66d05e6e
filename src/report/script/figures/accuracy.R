n <- length(truth)
z2 <- qnorm(0.975)^2
share <- sapply(answered, function(each) mean(sapply(each, decided) == truth))
middle <- share + z2 / (2 * n)
half <- sqrt(z2 * (share * (1 - share) / n + z2 / (4 * n^2)))
intervals <- data.frame(accuracy = share, low = (middle - half) / (1 + z2 / n), high = (middle + half) / (1 + z2 / n))
write.csv(data.frame(of = names(answered), intervals), row.names = FALSE)
cat("\n")
