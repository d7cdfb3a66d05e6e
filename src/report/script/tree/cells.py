def cells_of(table):
    cells = {}
    for name in names:
        own = levels.get(name)
        cells[name] = np.array([cell if own is None else own.index(cell) if cell else np.nan for cell in table[name]], dtype=float)
    return cells

cells = cells_of(table)
