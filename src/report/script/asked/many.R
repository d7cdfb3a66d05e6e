asked_probabilities <- softmax(cbind(1, Z) %*% B)
