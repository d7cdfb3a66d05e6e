samples <- data
data <- rbind(samples[names(asked)], asked)
Z <- encode(seq_len(nrow(samples)))[nrow(samples) + seq_len(nrow(asked)), KEPT, drop = FALSE]
data <- samples
