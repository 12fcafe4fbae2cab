use super::*;
use crate::fixtures::shipped;
use crate::report::MeasureIx;

/// A report with measures of these codes, each with its former ones: `B<A` had the code A before.
fn report(codes: &str) -> Report {
    let mut report = shipped().clone();
    let mut measure = report.places().next().unwrap().measure.clone();
    let measures = codes.split_whitespace().map(|one| {
        let mut former = one.split('<');
        measure.code = former.next().unwrap().into();
        measure.formerly = former.map(String::from).collect();
        measure.clone()
    });
    let measures = measures.collect();
    report.outcomes.truncate(1);
    report.outcomes[0].programmes.truncate(1);
    report.outcomes[0].programmes[0].measures = measures;
    report
}

#[test]
fn measures_are_the_same_by_code_and_else_by_a_former_code() {
    for (earlier, later, expected) in [
        ("A B", "A B", "A=A B=B"),
        ("A B", "B A", "B=B A=A"),
        ("A", "B", "new B, ended A"),
        ("A", "B<A", "A=B"),
        // A code that is in use goes before a former one.
        ("A B", "B<A A", "B=B A=A"),
        // Codes of several steps ago.
        ("A", "C<B<A", "A=C"),
        // Split: one goes on, the other is new.
        ("A", "A1<A A2<A", "A=A1, new A2 from A"),
        ("A", "A A2<A", "A=A, new A2 from A"),
        // Joined: it goes on from the first, the other ended in it.
        ("A B", "C<A<B", "A=C, ended B in C"),
        ("A B", "A<B", "A=A, ended B in A"),
        // A code twice.
        ("A A", "A A", "A=A A=A"),
        ("A A", "A", "A=A, ended A"),
        ("A", "A A", "A=A, new A"),
        // Codes swapped among measures: the codes decide.
        ("A B", "B<A A<B", "B=B A=A"),
        ("", "", ""),
    ] {
        let (earlier, later) = (report(earlier), report(later));
        let code = |report: &Report, at: MeasureIx| report.places().nth(at.index()).unwrap().measure.code.clone();
        let pairs = Pairs::new(&earlier, &later);
        let both: Vec<String> =
            pairs.all().map(|pair| format!("{}={}", code(&earlier, pair.earlier), code(&later, pair.later))).collect();
        let new = pairs.new_ones().map(|at| match pairs.split_from(at) {
            Some(from) => format!("new {} from {}", code(&later, at), code(&earlier, from)),
            None => format!("new {}", code(&later, at)),
        });
        let ended = pairs.ended().map(|at| match pairs.joined_to(at) {
            Some(to) => format!("ended {} in {}", code(&earlier, at), code(&later, to)),
            None => format!("ended {}", code(&earlier, at)),
        });
        let both = (!both.is_empty()).then(|| both.join(" "));
        let found: Vec<String> = both.into_iter().chain(new).chain(ended).collect();
        assert_eq!(found.join(", "), expected);
        for pair in pairs.all() {
            assert_eq!(pairs.later(pair.earlier), Some(pair.later));
            assert_eq!(pairs.earlier(pair.later), Some(pair.earlier));
        }
    }
}
