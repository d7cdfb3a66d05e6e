write.csv(data.frame(predicted = as.vector(cbind(1, Z) %*% beta)), row.names = FALSE)
cat("\n")
