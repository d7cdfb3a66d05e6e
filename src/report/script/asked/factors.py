answers["ln P(x)"] = np.logaddexp.reduce(joint, axis=1)
print(answers.to_csv(index=False))
print(pd.DataFrame(factors, columns=["class", "ln P(y)", *asked]).to_csv(index=False))
