scale <- ifelse(is_category, sqrt(2), 1)
probabilities <- t(apply(X, 1, function(row) {
  distances <- sqrt(colSums(((t(samples) - row) / scale)^2))
  last <- sort(distances)[k]
  near <- distances < last * (1 - tie)
  tied <- !near & distances <= last * (1 + tie)
  votes <- near * sum(tied) + tied * (k - sum(near))
  sapply(seq_len(n_classes), function(class) sum(votes[labels == class]) / (k * sum(tied)))
}))
