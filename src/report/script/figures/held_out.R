answered <- list(learned = list(probabilities), held_out = tested(answers_of))
of_divisions <- sapply(answered$held_out, figures)
of_shares <- held_out(shares_of)
measured <- data.frame(
  figure = c("log_loss", "accuracy", "brier"),
  learned = figures(probabilities),
  held_out = rowMeans(of_divisions),
  least = apply(of_divisions, 1, min),
  most = apply(of_divisions, 1, max),
  shares = c(of_shares[1], max(tabulate(truth)) / length(truth), of_shares[3])
)
