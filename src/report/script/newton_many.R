A <- cbind(1, X)
penalty <- diag(c(0, rep(l2, ncol(X))))
Y <- outer(labels, seq_along(classes), "==") * 1
free <- if (l2 > 0) seq_along(classes) else seq_along(classes)[-1]
B <- matrix(0, ncol(A), length(classes))
softmax <- function(scores) { e <- exp(scores - apply(scores, 1, max)); e / rowSums(e) }
for (step in 1:200) {
  P <- softmax(A %*% B)
  gradient <- (crossprod(A, P - Y) + penalty %*% B)[, free]
  blocks <- lapply(free, function(a) do.call(cbind, lapply(free, function(b) {
    block <- crossprod(A, A * (P[, a] * ((a == b) - P[, b]))) + (a == b) * penalty
    if (l2 > 0) block[1, 1] <- block[1, 1] + 1  # of all intercepts that fit alike, those that sum to 0
    block
  })))
  move <- matrix(solve(do.call(rbind, blocks), as.vector(gradient)), nrow(B))
  B[, free] <- B[, free] - move
  if (max(abs(move)) < 1e-12) break
}
probabilities <- softmax(A %*% B)
estimates <- data.frame(
  class = rep(classes, each = nrow(B)),
  term = rep(c("(Intercept)", terms), length(classes)),
  estimate = as.vector(B)
)
write.csv(estimates, row.names = FALSE)
cat("\n")
