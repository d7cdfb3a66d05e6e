softmax <- function(scores) { e <- exp(scores - apply(scores, 1, max)); e / rowSums(e) }
fit_many <- function(X, labels, l2) {
  whole <- cbind(1, X)
  decomposed <- qr(whole)
  kept <- if (l2 > 0) seq_len(ncol(whole)) else sort(decomposed$pivot[seq_len(decomposed$rank)])
  A <- whole[, kept, drop = FALSE]
  penalty <- diag(c(0, rep(l2, ncol(A) - 1)), ncol(A))
  n_classes <- max(labels)
  Y <- outer(labels, seq_len(n_classes), "==") * 1
  free <- if (l2 > 0) seq_len(n_classes) else seq_len(n_classes)[-1]
  B <- matrix(0, ncol(A), n_classes)
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
  all <- matrix(0, ncol(whole), n_classes)
  all[kept, ] <- B
  all
}
