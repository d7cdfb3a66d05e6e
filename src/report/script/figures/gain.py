gain = mean_losses(tested(shares_of)) - mean_losses(answered["held_out"])
print(pd.DataFrame([paired(gain, 0.05)], columns=["gain", "low", "high"]).to_csv(index=False))
