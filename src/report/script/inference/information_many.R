A <- cbind(1, X)
P <- probabilities
others <- seq_along(classes)[-1]
information <- do.call(rbind, lapply(others, function(a) do.call(cbind, lapply(others, function(b) {
  crossprod(A, A * (P[, a] * ((a == b) - P[, b])))
}))))
