use super::*;

#[test]
fn one_line() {
    assert_eq!(cut("Un.", 0).len(), 1);
}
