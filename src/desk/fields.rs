//! Fields of a claim that a user sets as `FIELD=VALUE`.

use super::DeskError;
use crate::model::{Correction, PartialDate, Phase, Precision, Status, TimeBasis, When};

/// The correction that fields and their values make; actors and relations are named as the user names them
/// ([`Desk::correction`](super::Desk::correction) finds them). An empty value clears what can be absent, lists are parted by commas.
///
/// # Errors
/// [`DeskError::Field`] where there is no such field, or it cannot have the value.
pub fn correction(fields: &[(String, String)]) -> Result<Correction, DeskError> {
    let mut set = Correction::default();
    for (field, value) in fields {
        set_field(&mut set, field, value)?;
    }
    Ok(set)
}

fn set_field(set: &mut Correction, field: &str, value: &str) -> Result<(), DeskError> {
    let text = || Some(value.to_owned());
    match field {
        "subject" => set.subject = text(),
        "object" => set.object = text(),
        "relation" => set.relation = text(),
        "status" => set.status = Some(status(value)?),
        "attributed_to" => set.attributed_to = text(),
        "denied_by" => set.denied_by = Some(list(value)),
        "when" => set.when = Some(when(value)?),
        "contexts" => set.contexts = Some(list(value)),
        "via" => set.via = text(),
        "mode" => set.mode = text(),
        "item" => set.item = text(),
        "about" => set.about = text(),
        _ => {
            return Err(DeskError::Field(format!(
                "no field `{field}`: give subject, relation, object, status, attributed_to, denied_by, via, when, mode, \
                 contexts, item or about"
            )));
        }
    }
    Ok(())
}

/// The parts between commas.
fn list(value: &str) -> Vec<String> {
    value.split(',').map(str::trim).filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn status(value: &str) -> Result<Status, DeskError> {
    serde_json::from_value(value.into()).map_err(|_| {
        let allowed = "asserted, alleged, planned, possible, denied or negated";
        DeskError::Field(format!("no status `{value}`: give {allowed}"))
    })
}

/// A day, month or year at which the deed holds; nothing clears it.
fn when(value: &str) -> Result<Option<When>, DeskError> {
    if value.trim().is_empty() {
        return Ok(None);
    }
    let date: PartialDate =
        value.parse().map_err(|cause: crate::model::ParseDateError| DeskError::Field(cause.to_string()))?;
    let precision = match date.as_str().len() {
        4 => Precision::Year,
        7 => Precision::Month,
        _ => Precision::Day,
    };
    Ok(Some(When {
        from: Some(date.clone()),
        to: Some(date),
        precision,
        basis: TimeBasis::Text,
        phase: Phase::Holds,
    }))
}
