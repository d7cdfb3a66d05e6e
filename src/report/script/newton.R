A <- cbind(1, X)
penalty <- diag(c(0, rep(l2, ncol(X))))
beta <- rep(0, ncol(A))
for (step in 1:100) {
  p <- as.vector(plogis(A %*% beta))
  gradient <- crossprod(A, p - (labels == 2)) + penalty %*% beta
  move <- solve(crossprod(A, A * (p * (1 - p))) + penalty, gradient)
  beta <- beta - as.vector(move)
  if (max(abs(move)) < 1e-12) break
}
p <- as.vector(plogis(A %*% beta))
probabilities <- cbind(1 - p, p)
