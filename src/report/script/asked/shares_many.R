added <- do.call(rbind, lapply(seq_along(classes), function(class) {
  data.frame(classes[class], sweep(cbind(1, Z), 2, B[, class], "*"))
}))
names(added) <- c("class", "(Intercept)", terms)
write.csv(added, row.names = FALSE)
cat("\n")
