distances <- sapply(seq_len(nrow(centroids)), function(at) sqrt(colSums((t(X) - centroids[at, ])^2)))
distances <- matrix(distances, nrow(X))
cluster <- max.col(-distances, ties.method = "first")
distance <- distances[cbind(seq_len(nrow(X)), cluster)]
