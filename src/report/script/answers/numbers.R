squares <- unlist(lapply(parts, function(part) lapply(unique(part), function(fold) {
  test <- which(part == fold)
  (answer_from(which(part != fold), test) - truth[test])^2
})))
learned <- sqrt(mean((as.vector(cbind(1, X) %*% beta) - truth)^2))
write.csv(data.frame(figure = "rmse", learned = learned, held_out = sqrt(mean(squares))), row.names = FALSE)
cat("\n")
