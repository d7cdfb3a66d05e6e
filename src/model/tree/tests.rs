use super::*;
use crate::data::{Column, EncodeError, Labels};
use crate::model::{Classifier, Explanation, ModelError};

fn words(name: &str, cells: &str) -> Column {
    let cells: Vec<String> = cells.chars().map(String::from).collect();
    Column::words(name, cells.iter().map(|cell| (cell != "-").then_some(cell.as_str())))
}

fn labels(cells: &str) -> Labels {
    Labels::from_column(&words("y", cells)).unwrap()
}

fn grown(columns: &[Column], classes: &str, options: TreeOptions) -> Tree {
    Tree::grow(columns, &labels(classes), &options, &[], &[]).unwrap().tree
}

fn shares(tree: &Tree, row: &[Column]) -> Vec<f64> {
    tree.predict_proba(row).unwrap().row(0).to_vec()
}

#[test]
fn a_value_that_no_sample_of_the_node_has_is_answered_as_the_parent() {
    let columns = [words("a", "uuuuvvvv"), words("b", "xxxyxxzz")];
    let tree = grown(&columns, "nnnyyyyy", TreeOptions::default());
    assert_eq!(tree.features[1].levels.as_ref().unwrap(), &["x", "y", "z"]);
    assert_eq!((tree.n_leaves(), tree.depth()), (4, 2), "a, and below u all of x, y, z");
    assert_eq!(shares(&tree, &[words("a", "u"), words("b", "z")]), [0.75, 0.25]);
}

#[test]
fn what_cannot_be_told_apart_stays_a_leaf_with_its_shares() {
    let tree = grown(&[words("a", "uuuv")], "nnyy", TreeOptions::default());
    let p = shares(&tree, &[words("a", "u")]);
    assert!((p[0] - 2.0 / 3.0).abs() < 1e-15);
    let tie = grown(&[words("a", "uuv")], "nyy", TreeOptions { max_depth: Some(0), ..Default::default() });
    assert_eq!((tie.n_leaves(), tie.nodes[0].majority()), (1, 1));
    assert_eq!([majority(&[0.5, 0.5]), majority(&[0.4, 0.4, 0.2])], [1, 0], "even: the positive class, or the first");
}

#[test]
fn a_number_is_split_halfway_and_may_be_asked_again() {
    let x = Column::numbers("x", [1.0, 2.0, 3.0, 4.0]);
    let tree = grown(&[x], "nyyn", TreeOptions::default());
    let asked: Vec<f64> = tree.nodes.iter().filter_map(|node| node.split.as_ref()?.threshold).collect();
    assert_eq!(asked, [1.5, 3.5]);
    assert_eq!(tree.tie_names(0), ["x<=3.5"], "cutting off the other end is as good");
    let at = |x: f64| shares(&tree, &[Column::numbers("x", [x])])[1];
    assert_eq!([at(1.5), at(1.6), at(3.5), at(9.0)], [0.0, 1.0, 1.0, 0.0], "not above the threshold is below");
}

#[test]
fn neighbouring_numbers_are_parted() {
    let low = 0.1_f64;
    let high = low.next_up();
    let tree = grown(&[Column::numbers("x", [low, high])], "ny", TreeOptions::default());
    let at = |x: f64| shares(&tree, &[Column::numbers("x", [x])])[1];
    assert_eq!([at(low), at(high)], [0.0, 1.0]);
    let tree = grown(&[Column::numbers("x", [-f64::MAX, f64::MAX])], "ny", TreeOptions::default());
    assert_eq!(tree.nodes[0].split.as_ref().unwrap().threshold, Some(0.0));
}

#[test]
fn the_preferred_feature_wins_ties_and_nothing_else() {
    let columns = [words("a", "uuvv"), words("b", "xxzz"), words("c", "rsrs")];
    let asked = |prefer| {
        let tree = grown(&columns, "nnyy", TreeOptions { prefer, ..TreeOptions::default() });
        (tree.nodes[0].split.as_ref().unwrap().feature, tree.tie_names(0))
    };
    assert_eq!(asked(None), (0, vec!["b".to_owned()]));
    assert_eq!(asked(Some(1)), (1, vec!["a".to_owned()]));
    assert_eq!(asked(Some(2)).0, 0, "c is no tie");
}

#[test]
fn a_missing_value_goes_down_every_branch_by_its_share() {
    let columns = [words("a", "uuv-")];
    let tree = grown(&columns, "nnyy", TreeOptions::default());
    let split = tree.nodes[0].split.as_ref().unwrap();
    let leaves: Vec<&[f64]> = split.children.iter().map(|child| tree.nodes[child.node].counts.as_slice()).collect();
    assert_eq!(leaves, [[2.0, 2.0 / 3.0], [0.0, 1.0 + 1.0 / 3.0]]);
    let p = shares(&tree, &[words("a", "-")]);
    assert!((p[1] - (2.0 / 3.0 * 0.25 + 1.0 / 3.0)).abs() < 1e-15, "{p:?}");
    let Explanation::Ways { ways } = tree.explain(&[words("a", "-")]).unwrap() else { panic!() };
    assert_eq!(ways.iter().map(|way| way.weight).sum::<f64>(), 1.0);
    assert_eq!(ways[0].steps[0].to_string(), "a=u");
}

#[test]
fn limits_stop_it() {
    let x = Column::numbers("x", (0..400).map(f64::from));
    let classes: String = (0..400).map(|i| if i % 2 == 0 { 'n' } else { 'y' }).collect();
    let depth = |options| grown(std::slice::from_ref(&x), &classes, options).depth();
    assert!(depth(TreeOptions::default()) <= MOST_DEPTH);
    assert_eq!(depth(TreeOptions { max_depth: Some(3), ..Default::default() }), 3);
    let tree = grown(&[x], &classes, TreeOptions { min_samples: 100, ..Default::default() });
    assert!(tree.nodes.iter().all(|node| node.split.is_none() || node.n() >= 100.0));
}

#[test]
fn bad_samples_have_their_named_error() {
    let grow = |columns: &[Column], classes: &str| {
        Tree::grow(columns, &labels(classes), &TreeOptions::default(), &[], &[]).unwrap_err()
    };
    assert!(matches!(grow(&[words("a", "uv")], "nn"), ModelError::OneClass { .. }));
    assert!(matches!(grow(&[words("a", "--")], "ny"), ModelError::Encode(EncodeError::NoValues { .. })));
    let infinite = [Column::numbers("x", [0.0, f64::INFINITY])];
    assert!(matches!(grow(&infinite, "ny"), ModelError::Encode(EncodeError::NotFinite { .. })));
    let held = Tree::grow(&[words("a", "uv")], &labels("ny"), &TreeOptions::default(), &[0, 1], &[]);
    assert_eq!(held.unwrap_err(), ModelError::NoSamples);
}

#[test]
fn a_tree_from_a_file_that_is_none_is_refused() {
    let tree = grown(&[words("a", "uuvv"), Column::numbers("x", [1.0, 2.0, 1.0, 2.0])], "nyyn", TreeOptions::default());
    assert_eq!(tree.check(), Ok(()));
    let broken = |spoil: fn(&mut Tree)| {
        let mut tree = tree.clone();
        spoil(&mut tree);
        assert!(matches!(tree.check(), Err(ModelError::Damaged { .. })));
    };
    broken(|tree| tree.nodes.clear());
    broken(|tree| tree.nodes[0].shares[0] = 2.0);
    broken(|tree| tree.nodes[0].split.as_mut().unwrap().children[0].node = 0);
    broken(|tree| tree.nodes[0].split.as_mut().unwrap().children[1].node = 1);
    broken(|tree| tree.nodes[0].split.as_mut().unwrap().feature = 9);
    broken(|tree| tree.nodes[0].split.as_mut().unwrap().children[0].share = 0.9);
    broken(|tree| {
        tree.nodes[0].split.as_mut().unwrap().children.pop();
    });
}

#[test]
fn rules_keep_the_closest_bounds() {
    let tree = grown(&[Column::numbers("x", [1.0, 2.0, 3.0, 4.0, 5.0, 6.0])], "nyynny", TreeOptions::default());
    for rule in tree.rules() {
        let of = |kind: fn(&Branch) -> bool| rule.conditions.iter().filter(|step| kind(&step.branch)).count();
        assert!(of(|branch| matches!(branch, Branch::AtMost(_))) <= 1, "{rule:?}");
        assert!(of(|branch| matches!(branch, Branch::Above(_))) <= 1, "{rule:?}");
    }
    assert_eq!(tree.rules().iter().map(|rule| rule.n.0).sum::<f64>(), 6.0);
}

/// The figures of all trees, against those of every tree grown in full: nodes that tie make each of their
/// choices in turn.
#[test]
fn figures_of_equally_good_trees_are_those_of_all_of_them_grown() {
    let columns = [words("a", "uuvvuvvu"), words("b", "xyxyyyxx"), words("c", "pppqqpqq"), words("d", "mnmnmmnn")];
    let labels = labels("nyynynyy");
    for (prune, validation) in
        [(Prune::None, vec![]), (Prune::None, vec![1, 4]), (Prune::Pre, vec![1, 4]), (Prune::Post, vec![0, 5, 6])]
    {
        let options = TreeOptions { prune, ..TreeOptions::default() };
        let (mut found, mut waiting) = (Vec::new(), vec![Vec::new()]);
        let mut trees: Vec<Tree> = Vec::new();
        while let Some(instead) = waiting.pop() {
            let grown = Tree::grow(&columns, &labels, &options, &validation, &instead).unwrap();
            let made = |node: &Examined| instead.iter().any(|one: &Instead| one.node == node.node);
            if let Some(open) = grown.examined.iter().find(|node| !node.ties.is_empty() && !made(node)) {
                for &choice in open.ties.iter().chain(&open.chosen) {
                    let tried = &open.candidates[choice];
                    let feature = columns.iter().position(|column| column.name == tried.feature).unwrap();
                    let split = Tie { feature, threshold: tried.threshold };
                    waiting.push([&instead[..], &[Instead { node: open.node.clone(), split }]].concat());
                }
                continue;
            }
            let asked = |tree: &Tree| tree.rules();
            if trees.iter().all(|tree| asked(tree) != asked(&grown.tree)) {
                let n_right = grown.pruning.map_or(0, |pruning| pruning.n_right);
                found.push([grown.tree.n_leaves(), grown.tree.depth(), n_right]);
                trees.push(grown.tree);
            }
        }
        let all = Tree::equally_good(&columns, &labels, &options, &validation).unwrap().unwrap();
        let column = |at: usize| {
            let mut values: Vec<usize> = found.iter().map(|figures| figures[at]).collect();
            values.sort_unstable();
            values.dedup();
            values
        };
        assert_eq!(all.n_trees, trees.len() as u64, "{prune:?} {validation:?}");
        assert_eq!((all.n_leaves, all.depth), (column(0), column(1)), "{prune:?} {validation:?}");
        assert_eq!(all.n_right, if validation.is_empty() { Vec::new() } else { column(2) }, "{prune:?}");
        if prune == Prune::None {
            assert!(trees.len() > 2, "there is something to count");
        }
    }
}

#[test]
fn more_thresholds_than_are_remembered_are_counted() {
    for n in [40_i32, 60] {
        let x = Column::numbers("x", (0..n).map(f64::from));
        let classes: String = (0..n).map(|i| if i < n / 2 { 'n' } else { 'y' }).collect();
        let grown = Tree::grow(&[x], &labels(&classes), &TreeOptions::default(), &[], &[]).unwrap();
        let root = &grown.examined[0];
        let chosen = &root.candidates[root.chosen.unwrap()];
        assert_eq!((chosen.threshold, chosen.n_thresholds), (Some(f64::from(n) / 2.0 - 0.5), n as usize - 1));
        assert_eq!(root.candidates.len(), if n < 50 { 39 } else { 1 });
    }
}
