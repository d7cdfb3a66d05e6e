path <- NULL
losses_of <- list()
for (l2 in c(PENALTIES)) {
ANSWERED
  of_divisions <- tested(answers_of)
  means <- rowMeans(sapply(of_divisions, figures))
  path <- rbind(path, data.frame(l2, learned = figures(learned)[1], held_out = means[1], accuracy = means[2]))
  losses_of[[as.character(l2)]] <- mean_losses(of_divisions)
}
write.csv(path, row.names = FALSE)
cat("\n")
