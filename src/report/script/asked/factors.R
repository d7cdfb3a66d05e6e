answers[["ln P(x)"]] <- log_sum
write.csv(answers, row.names = FALSE)
cat("\n")
factors <- data.frame(rep(classes, nrow(asked)), do.call(rbind, factors))
names(factors) <- c("class", "ln P(y)", names(asked))
write.csv(factors, row.names = FALSE)
cat("\n")
