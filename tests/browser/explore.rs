use crate::harness::{Site, visit};
#[test]
fn explore() {
    visit(Site::shipped(), |page| {
        for link in ["", "?view=measures&status=red&long=deteriorating&group=status", "?view=measures&measure=CSC0004&status=red", "?view=risks", "?risk=SR09B", "?view=projects", "?status=rde&outcome=x&measure=ZZ&quarter=1999-00-q1&foo=bar", "?view=measures&q=zzz&status=red"] {
            page.open(link);
            println!("##### {link} → {} | {}", page.query(), page.title());
            for role in ["banner","navigation","main","contentinfo","search","region","heading","alert","status","group","button","checkbox","searchbox","combobox","table","columnheader","rowheader","figure","img","summary","article", "link"] {
                println!("## {role}: {:?}", page.names(role));
            }
            println!("{:.6000}", page.text());
            println!("{:?}", page.complaints());
        }
    });
}
