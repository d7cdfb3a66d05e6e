  p <- as.vector(plogis(cbind(1, X) %*% fit_two(X, labels, l2)))
  learned <- cbind(1 - p, p)
