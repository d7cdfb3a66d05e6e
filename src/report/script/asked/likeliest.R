asked[[COLUMN]] <- asked_probabilities[, 2]
write.csv(head(asked[order(-asked_probabilities[, 2]), ], 10), row.names = FALSE)
cat("\n")
