samples <- data
data <- rbind(samples[names(asked)], asked)
asked_probabilities <- answer_from(everyone, labels, nrow(samples) + seq_len(nrow(asked)))
data <- samples
