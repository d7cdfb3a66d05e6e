gain <- paired(mean_losses(tested(shares_of)) - mean_losses(answered$held_out), 0.05)
write.csv(data.frame(gain = gain[1], low = gain[2], high = gain[3]), row.names = FALSE)
cat("\n")
