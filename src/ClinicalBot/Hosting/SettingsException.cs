namespace ClinicalBot.Hosting;

/// <summary>A setting is missing or wrong. The message names its key and the fix, and is all a person gets to see.</summary>
public sealed class SettingsException(string message) : Exception(message);
