use crate::quantity::Words;
use crate::scenario::entries::Fields;
use crate::scenario::grammar::Preset;
use crate::scenario::{Ground, InitiativeKind, OrganisationKind, OwnWords, Region, Role, Site, WatchedApart};

const KEYS: [&str; 8] = ["currency", "sign", "programme", "level", "site", "sites", "people", "need"];
const STAGES: [&str; 5] = ["beginning", "operating", "scaled_back", "absorbed", "ended"];

/// The words of `[vocabulary]` that a file says otherwise than they are.
pub(super) fn own_words(fields: &Fields<'_>) -> OwnWords {
    let own = |fields: &Fields<'_>, keys: &[&'static str]| -> Vec<(&'static str, String)> {
        let said = |key: &&'static str| fields.text(key) != preset(fields, key);
        keys.iter().copied().filter(said).map(|key| (key, fields.text(key).to_owned())).collect()
    };
    OwnWords { words: own(fields, &KEYS), stages: own(&fields.inner("stages"), &STAGES) }
}

fn preset<'a>(fields: &Fields<'a>, key: &str) -> &'a str {
    match fields.preset(key) {
        Preset::Value(_, node) => node.value.text().unwrap_or_default(),
        Preset::Required | Preset::Words(_) => "",
    }
}

/// What reports say in a field: the words of `[vocabulary]` in the program's sentences, and in the names of columns those that
/// are about the built-in field.
pub(super) fn words(ground: Ground, fields: &Fields<'_>, kinds: &[OrganisationKind]) -> Words {
    let said = |key: &str| fields.text(key);
    let mut words = Words::new(said("programme"), said("people"));
    let (currency, sign, level, need) = (said("currency"), said("sign"), said("level"), said("need"));
    let snake = |word: &str| -> String {
        let plain = |c: char| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '_' };
        word.chars().map(plain).collect()
    };
    words.say("pounds", currency);
    words.say_in_names("thousand_pounds", &format!("thousand_{}", snake(currency)));
    words.say("£", sign);
    words.say("the programme", said("programme"));
    // Where it stands without its article.
    let bare = said("programme").strip_prefix("the ").unwrap_or(said("programme"));
    words.say("programme's own", &format!("{bare}'s own"));
    words.say("programme money", &format!("{bare} money"));
    words.say("national", level);
    if level != preset(fields, "level") {
        words.say_in_names("national_trust", &format!("{}_trust", snake(level)));
    }
    words.say("nationally", &format!("at the {level} level"));
    words.say("nation", &format!("{level} level"));
    words.say("site", said("site"));
    words.say("sites", said("sites"));
    words.say("emergency admissions", need);
    if need != preset(fields, "need") || ground == Ground::Blank {
        words.say_in_names("admissions_growth", "need_growth");
    }
    let stages = fields.inner("stages");
    let stage = |key: &str| stages.text(key);
    words.say("business as usual", stage("absorbed"));
    words.say("scaled back", stage("scaled_back"));
    words.say("operating", stage("operating"));
    words.say("beginning", stage("beginning"));
    if ground == Ground::Blank {
        let columns = [
            (WatchedApart::Enthusiasm, "practice_enthusiasm", "enthusiasm", "general practices"),
            (WatchedApart::SecondEnthusiasm, "care_home_enthusiasm", "enthusiasm", "care homes"),
            (WatchedApart::Memberships, "local_authority_part", "part", "local authorities"),
        ];
        for (watched, column, of, written) in columns {
            match kinds.iter().find(|kind| kind.ways.watched == watched) {
                Some(kind) => {
                    words.say_in_names(column, &format!("{}_{of}", kind.name));
                    words.say(written, &format!("organisations of the kind \"{}\"", kind.label));
                }
                None => words.leave_out(column),
            }
        }
        words.say("General practice signed", "A partner signed");
        words.say("clinical", "professional");
    }
    words
}

/// Names that the scenario gives, which stay as they are whatever words are in them.
pub(super) struct NamesOfField<'a> {
    pub regions: &'a [Region],
    pub sites: &'a [Site],
    pub kinds: &'a [InitiativeKind],
    pub roles: &'a [Role],
}

impl NamesOfField<'_> {
    pub fn keep_in(&self, words: &mut Words) {
        if words.is_plain() {
            return;
        }
        self.regions.iter().for_each(|region| words.keep(&region.name));
        self.kinds.iter().for_each(|kind| words.keep(&kind.label));
        self.roles.iter().for_each(|role| words.keep(&role.label));
        for site in self.sites {
            words.keep(&site.name);
            site.organisations.iter().for_each(|one| words.keep(&one.name));
            site.initiatives.iter().for_each(|one| words.keep(&one.name));
            site.actors.iter().for_each(|one| words.keep(&one.name));
        }
    }
}
