

def main(path):
    sys.stdout.reconfigure(encoding="utf-8", newline="")
    with open(path, encoding="utf-8-sig", newline="") as file:
        table = csv.DictReader(file)
        out = csv.DictWriter(sys.stdout, [*table.fieldnames, *COLUMNS], lineterminator="\n")
        out.writeheader()
        for row in table:
            try:
                out.writerow({**row, **predict(row)})
            except ValueError as error:
                sys.exit(f"{path}, {table.line_num}: {error}")


if __name__ == "__main__":
    main(sys.argv[1])
