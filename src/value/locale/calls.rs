//! Words of calls to subscribe and to follow, which sites set among the text of an article.

use std::borrow::Cow;
use std::sync::LazyLock;

use super::entries;
use crate::value::lookup::Lookup;
use crate::value::text::plain;

/// What a word is in a call.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// Asks to subscribe.
    Asks,
    /// What is subscribed to, and where it arrives.
    Letter,
    /// Asks to follow: the first word of a call.
    Follow,
    /// Where somebody is followed.
    Network,
}

const PARTS: &[(Part, &str)] = &[
    (
        Part::Asks,
        "sign|signing|subscribe|subscribing|register|receive|get|delivered|\
         abonniere|abonnieren|abonniert|melde|melden|anmelden|erhalte|erhalten|geliefert|liefern|\
         abonnez|abonner|inscrivez|inscrire|recevez|recevoir|\
         suscríbete|suscríbase|suscribirse|suscribite|inscríbete|recibe|recibí|reciba|recibir|\
         iscriviti|iscrivetevi|iscriversi|ricevi|ricevere|assine|inscreva|cadastre|receba|receber|\
         subscreva|abonneer|aanmelden|schrijf|ontvang|zapisz|otrzymuj|subskrybuj|\
         přihlaste|prihláste|iratkozz|iratkozzon|feliratkozás|abone|kaydol|kaydolun|\
         tilmeld|abonner|prenumerera|anmäl|meld|tilaa|abonează|abonați|εγγραφείτε|\
         подпишитесь|подписывайтесь|подпишись|підпишіться|підписуйтесь|жазылыңыз|подпиши|\
         абонирайте|претплатите|pretplatite|daftar|berlangganan|đăng",
    ),
    (
        Part::Letter,
        "newsletter|newsletters|inbox|posteingang|infolettre|boîte|bandeja|boletín|boletines|\
         casella|boletim|nieuwsbrief|nieuwsbrieven|biuletyn|biuletynu|newslettera|newsletteru|\
         zpravodaj|hírlevél|hírlevelünkre|hírlevélre|bülten|bültenimize|bültene|nyhedsbrev|\
         nyhedsbreve|nyhedsbrevet|nyhetsbrev|nyhetsbrevet|uutiskirje|uutiskirjeen|uutiskirjeemme|\
         рассылку|рассылка|рассылки|розсилку|бюлетин|νιούζλετερ|buletin|buletinul",
    ),
    (
        Part::Follow,
        "follow|like|join|folge|folgen|folgt|suivez|síguenos|sígueme|seguinos|sigue|síganos|\
         seguici|segui|seguiteci|siga|acompanhe|volg|śledź|obserwuj|polub|sledujte|kövess|kövesse|\
         takip|følg|följ|seuraa|urmărește|urmăriți|ακολουθήστε|читайте|следите|слідкуйте|\
         стежте|подпишитесь|подписывайтесь|підписуйтесь|жазылыңыз|последвайте|пратите|pratite|ikuti",
    ),
    (
        Part::Network,
        "twitter|x|facebook|instagram|instagramie|instagramu|facebooku|tiktok|tiktoku|youtube|\
         whatsapp|telegram|telegramu|linkedin|pinterest|bluesky|threads|viber|google|flipboard|\
         телеграм|телеграме|телеграмі|ютуб|инстаграм|фейсбук|вконтакте|одноклассниках|дзен|дзене",
    ),
];

/// What each word is, folded; a bit for each [`Part`].
static BITS: LazyLock<Lookup<u8>> = LazyLock::new(|| {
    let words: Vec<_> = entries(PARTS).map(|(part, word)| (plain(word), bit(part))).collect();
    Lookup::new(words.iter().map(|(word, bits)| (word.as_str(), *bits)), |a, b| a | b)
});

fn bit(part: Part) -> u8 {
    1 << part as u8
}

/// Whether a short text asks to subscribe to a newsletter or to follow somebody on a network:
/// `Sign up for our newsletter`, `Follow us on Facebook and X`.
pub(crate) fn is_call(text: &str) -> bool {
    // Words of ASCII are looked up in any case.
    let folded = if text.is_ascii() { Cow::from(text) } else { plain(text).into() };
    let words = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut parts = words.map(|word| BITS.get(word).unwrap_or_default());
    let first = parts.next().unwrap_or_default();
    let all = parts.fold(first, |all, part| all | part);
    let has = |bits: u8, part: Part| bits & bit(part) != 0;
    has(all, Part::Asks) && has(all, Part::Letter)
        || has(first, Part::Follow) && has(all, Part::Network)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn calls_are_told_by_their_words() {
        for call in [
            "Sign up for our newsletter.",
            "Get the best stories in your inbox every morning!",
            "*** Follow us on Facebook and X (Twitter) ***",
            "Lust auf mehr? Melde dich hier für unseren Newsletter an!",
            "Suivez-nous sur Instagram",
            "Suscríbete a nuestro boletín",
            "Подписывайтесь на нас в Telegram",
            "Zapisz się na nasz newsletter",
            "Følg os på Facebook",
        ] {
            assert!(is_call(call), "{call}");
        }
        for other in [
            "The newsletter of the council was read by nobody.",
            "He would follow the bus on Twitter.",
            "Sign the paper, said the mayor.",
            "Follow the river to the mill.",
            "",
        ] {
            assert!(!is_call(other), "{other}");
        }
    }
}
