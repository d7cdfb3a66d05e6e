fit_two <- function(X, labels, l2) {
  A <- cbind(1, X)
  if (l2 == 0) {
    decomposed <- qr(A)
    kept <- sort(decomposed$pivot[seq_len(decomposed$rank)])  # the others are combinations of those before them
    beta <- rep(0, ncol(A))
    control <- glm.control(epsilon = 1e-14, maxit = 100)
    beta[kept] <- glm.fit(A[, kept, drop = FALSE], labels == 2, family = binomial(), control = control)$coefficients
    return(beta)
  }
  penalty <- diag(c(0, rep(l2, ncol(X))))
  beta <- rep(0, ncol(A))
  for (step in 1:100) {
    p <- as.vector(plogis(A %*% beta))
    gradient <- crossprod(A, p - (labels == 2)) + penalty %*% beta
    move <- solve(crossprod(A, A * (p * (1 - p))) + penalty, gradient)
    beta <- beta - as.vector(move)
    if (max(abs(move)) < 1e-12) break
  }
  beta
}
