samples <- data
data <- asked
cells <- cells_of(data)
asked_probabilities <- answer(seq_len(nrow(data)))
data <- samples
cells <- cells_of(data)
