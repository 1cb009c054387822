using System.Text.Json.Serialization;
using ClinicalBot.BotFramework;
using ClinicalBot.Testing;

namespace ClinicalBot.Storage.Tests;

[JsonSerializable(typeof(Count))]
[JsonSerializable(typeof(ResourceResponse))]
internal sealed partial class TestJson : JsonSerializerContext;
