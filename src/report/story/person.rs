use crate::quantity::ActorId;
use crate::record::Cast;

/// Who holds a post: `the manager at Acute trust`, `a nurse at Community trust` where there are several.
pub(super) fn person(cast: &Cast, actor: ActorId) -> String {
    let Some(post) = cast.posts.get(actor.index()) else { return "somebody".to_owned() };
    let alike = cast.posts.iter().filter(|p| p.role == post.role && p.organisation == post.organisation).count();
    let article = match post.role.chars().next() {
        _ if alike == 1 => "the",
        Some('a' | 'e' | 'i' | 'o' | 'u') => "an",
        _ => "a",
    };
    let place = cast.organisations.get(post.organisation).map_or("", String::as_str);
    format!("{article} {} at {place}", post.role)
}
