A <- cbind(1, X)
information <- crossprod(A, A * (p * (1 - p)))
