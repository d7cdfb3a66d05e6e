p <- as.vector(plogis(cbind(1, Z) %*% beta))
asked_probabilities <- cbind(1 - p, p)
