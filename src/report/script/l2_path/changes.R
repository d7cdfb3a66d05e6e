changes <- t(sapply(c(JUDGED_BY), function(l2) c(l2, paired(losses_of[[as.character(l2)]] - losses_of[[as.character(CHOSEN)]], 0.025))))
changes <- setNames(data.frame(changes), c("l2", "change", "low", "high"))
write.csv(changes, row.names = FALSE)
cat("\n")
