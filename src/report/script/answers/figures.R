of_shares <- held_out(shares_of)
write.csv(data.frame(
  figure = c("log_loss", "accuracy", "brier"),
  learned = figures(probabilities),
  held_out = held_out(answers_of),
  shares = c(of_shares[1], max(tabulate(truth)) / length(truth), of_shares[3])
), row.names = FALSE)
cat("\n")
