using ClinicalBot.BotFramework;

namespace ClinicalBot.Turns;

/// <summary>
/// A message that the bot answers once while it starts, so that the code behind its first reply has run before a person waits for it. Nothing is read,
/// written or sent. Register one to have it.
/// </summary>
/// <param name="Activity">A message of a made-up person in a made-up conversation.</param>
public sealed record RehearsedMessage(Activity Activity);
