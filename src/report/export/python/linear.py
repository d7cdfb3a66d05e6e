

def predict(row):
    return {COLUMNS[0]: scores(row)[0]}
